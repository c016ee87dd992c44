// Re-exports models and clients as the module that generated clients and their users import.
@_exported import ApusClient
@_exported import ApusModels
