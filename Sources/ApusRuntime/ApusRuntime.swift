// Models and clients in one module, which generated clients and their users import.
@_exported import ApusClient
@_exported import ApusModels
