import Testing
import Vendors

struct ServerOptionsTests {
    @Test func options() throws {
        let options = try ServerOptions(arguments: [
            "--galtea-port", "9", "--samples", "--galileo-key", "k", "--database", "f",
        ])
        #expect((options.galileoPort, options.galteaPort, options.honeyHivePort) == (8101, 9, 8103))
        #expect((options.hasSamples, options.galileoKey, options.database) == (true, "k", "f"))
    }

    @Test(arguments: [["--port", "1"], ["--galileo-port"], ["--galileo-port", "70000"], ["--database"]])
    func problems(_ arguments: [String]) {
        #expect(throws: ServerOptions.Problem.self) { try ServerOptions(arguments: arguments) }
    }
}
