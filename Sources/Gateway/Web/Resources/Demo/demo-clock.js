/*demo-clock.js*/
