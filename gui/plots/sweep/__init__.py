"""The sweep of sigma: curves or a map, with named rules and the student's guess on the axis."""
