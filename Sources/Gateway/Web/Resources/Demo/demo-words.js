/*demo-words.js*/
