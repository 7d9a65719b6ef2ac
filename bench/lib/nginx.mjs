import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Writes a configuration for nginx, on one core, with a static file at one port and the shipped
 * configuration before the app at another.
 *
 * @param {string} folder of its own; `index.html` and `index.html.gz` lie in `<folder>/static`
 * @param {{ app: string, fixed: number, front: number }} ports app: host and port of the app
 * @returns {string[]} the command that runs it
 */
export function nginxCommand(folder, { app, fixed, front }) {
  mkdirSync(join(folder, 'cache'), { recursive: true })
  const site = readFileSync(join(import.meta.dirname, '../../deploy/nginx.conf'), 'utf8')
    .replace(/(?: *server 127\.0\.0\.1:\d+;\n)+/, `server ${app};\n`)
    .replace('/dev/shm/throughline', join(folder, 'cache'))
    .replace('/var/log/nginx', folder)
    .replace('listen 80;', `listen 127.0.0.1:${front};`)
  writeFileSync(join(folder, 'site.conf'), site)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  writeFileSync(
    join(folder, 'nginx.conf'),
    `${process.getuid?.() === 0 ? 'user root;' : ''}
     daemon off;
     worker_processes 1;
     pid ${folder}/nginx.pid;
     events { worker_connections 1024; }
     http {
       access_log off;
       sendfile on;
       keepalive_requests 1000000;
       ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n')}
       server {
         listen 127.0.0.1:${fixed};
         types { text/html html; }
         root ${folder}/static;
         gzip_static on;
         etag on;
       }
       include ${folder}/site.conf;
     }`,
  )
  return ['nginx', '-p', folder, '-e', `${folder}/error.log`, '-c', `${folder}/nginx.conf`]
}
