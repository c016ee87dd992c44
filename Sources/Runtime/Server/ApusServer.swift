// Generated servers import one module: the runtime of models and of HTTP bodies is part of it.
@_exported import ApusClient
@_exported import ApusModels
