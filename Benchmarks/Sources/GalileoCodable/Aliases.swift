// Written by scripts/peers.py: do not edit.

/// Values of a scorer, such as one for each sentence.
public typealias MetricList = [MetricScalar?]

/// Values of a scorer in lists, such as one list for each document.
public typealias MetricTable = [MetricList]

/// Values of a scorer in lists of lists.
public typealias MetricCube = [MetricTable]
