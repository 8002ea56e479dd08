/*demo-log.js*/
