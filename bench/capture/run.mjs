// npm run bench -- capture [--show]: precision and recall of the reader of articles, by field.
import './measure.ts'
