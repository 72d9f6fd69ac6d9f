package known

// StdClasses is the table for the standard library.
var StdClasses = stdClasses
