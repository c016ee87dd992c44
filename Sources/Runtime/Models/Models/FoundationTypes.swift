// Generated models import only this module and use these Foundation types through it. Type aliases would not do: if
// Foundation is imported too, expressions such as `[URL]()` would be ambiguous. Importing one of the types alone
// in another file of this module (`import struct Foundation.URL`) can prevent the re-export.
#if canImport(FoundationEssentials)
@_exported import struct FoundationEssentials.Decimal
@_exported import struct FoundationEssentials.URL
@_exported import struct FoundationEssentials.UUID
#else
@_exported import struct Foundation.Decimal
@_exported import struct Foundation.URL
@_exported import struct Foundation.UUID
#endif

// The compiler does not re-export a type if another file of the module has the same import declaration. Other files
// therefore import the whole module.
