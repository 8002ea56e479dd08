/*demo-guide.js*/
