/// The version of Apus, as the header of every emitted file names it.
public let apusVersion = "0.1.0"
