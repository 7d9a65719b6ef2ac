import 'server-only'

/**
 * Towns of 15,000 and more in GeoNames whose names end as those of buildings and parks do, in lower case:
 * College Station is a town, and Tukwila Station is none.
 */
export const TOWNS_LIKE_VENUES = [
  'acocks green,albany park,allen park,allison park,amherst center,apache junction',
  'asbury park,avon center,baldwin park,bartley green,bayshore gardens,bell gardens',
  'belvedere park,bethel park,bethnal green,borough park,bowling green,brighton park',
  'briton ferry,brook park,brooklyn center,brooklyn park,buena park,cameron park',
  'canoga park,cedar park,citrus park,cliffside park,college park,college station',
  'country club,darras hall,deer park,east garfield park,east lake-orient park,echo park',
  'ellesmere port,elmwood park,evergreen park,fairview park,floral park,forest park',
  'framingham center,franklin park,franklin square,gage park,glenmore park,golden gate',
  'gramercy park,grand junction,guntakal junction,hampton park,hanover park,hazel park',
  'hialeah gardens,highland park,hope mills,hot springs national park,huntington park',
  'huntington station,hyde park,irving park,kew gardens,killingly center,kings bridge',
  'kings park,kingstown park,la marina de port,langley park,le port,lincoln park',
  'lincoln square,linton hall,logan square,loves park,machesney park,manassas park',
  'massapequa park,mckinley park,melrose park,menlo park,mercerville-hamilton square',
  'miami gardens,milford mill,mill park,minnetonka mills,monterey park,montville center',
  'morgan park,new mills,noble park,north attleborough center,north port,oak park',
  'oakland park,old bridge,orland park,overland park,owings mills,ozone park,palisades park',
  'palm beach gardens,parafield gardens,perry hall,pinellas park,pleasure ridge park',
  'portage park,rego park,rockville centre,rogers park,rohnert park,roxburgh park',
  'saint louis park,saint peter port,san carlos park,sayreville junction,severna park',
  'shama junction,sherwood park,south gate,south old bridge,south portland gardens',
  'springfield gardens,state college,sunland park,sunset park,takoma park,tempe junction',
  'tillmans corner,tinley park,tysons corner,university park,valley station,villa park',
  'wallingford center,walnut park,west falls church,west garfield park,west park',
  'winter garden,winter gardens,winter park,woodford green,worcester park',
].flatMap((line) => line.split(','))
