// Stands where Slidev would bring diagrams and a code editor, 160 MB that no slide of the test shows.
export default {};
