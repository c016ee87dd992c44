/// The options of the command line.
public struct ServerOptions: Equatable, Sendable {
    public var host = "127.0.0.1"
    public var galileoPort = 8101
    public var galteaPort = 8102
    public var honeyHivePort = 8103
    /// The API key that the server of Galileo accepts.
    public var galileoKey = "galileo-key"
    /// Whether Galileo's project `demo` has sessions at the start.
    public var hasSamples = false
    /// The SQLite file with the records, or `nil` to keep them in memory.
    public var database: String?

    public init() {}

    public static let usage = """
        usage: VendorServers [options]

          --host HOST              the address to listen on (127.0.0.1)
          --galileo-port PORT      (8101)
          --galtea-port PORT       (8102)
          --honeyhive-port PORT    (8103)
          --galileo-key KEY        the API key of Galileo (galileo-key)
          --samples                start with sessions in Galileo's project `demo`, unless it has some
          --database FILE          keep all records in an SQLite file, which is created if it does not exist. Without
                                   this option, they are in memory. The program must be built with the trait SQLite:
                                   swift run --traits SQLite VendorServers --database FILE

        Galtea takes every key that begins with gsk_ or gsk-, and HoneyHive every key that begins with hh_.
        """

    public struct Problem: Error, CustomStringConvertible {
        public let description: String
    }

    /// - Throws: ``Problem`` for an unknown option or a wrong value.
    public init(arguments: some Sequence<String>) throws {
        var arguments = arguments.makeIterator()
        func value(of option: String) throws -> String {
            guard let value = arguments.next() else { throw Problem(description: "\(option) needs a value") }
            return value
        }
        func port(of option: String) throws -> Int {
            let text = try value(of: option)
            guard let port = UInt16(text) else { throw Problem(description: "\(option): '\(text)' is not a port") }
            return Int(port)
        }
        while let option = arguments.next() {
            switch option {
            case "--host": host = try value(of: option)
            case "--galileo-port": galileoPort = try port(of: option)
            case "--galtea-port": galteaPort = try port(of: option)
            case "--honeyhive-port": honeyHivePort = try port(of: option)
            case "--galileo-key": galileoKey = try value(of: option)
            case "--samples": hasSamples = true
            case "--database": database = try value(of: option)
            default: throw Problem(description: "there is no option '\(option)'")
            }
        }
    }
}
