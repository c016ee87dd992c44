import ApusSwiftEmitter
import Testing

struct DefaultTransportTests {
    @Test func fromText() {
        #expect(
            DefaultTransport("ApusURLSession")
                == DefaultTransport(module: "ApusURLSession", type: "URLSessionTransport"))
        #expect(DefaultTransport("Recording") == DefaultTransport(module: "Recording", type: "RecordingTransport"))
        #expect(DefaultTransport("MyNetwork.Recorder") == DefaultTransport(module: "MyNetwork", type: "Recorder"))
    }

    @Test func namedTypeInTheClient() throws {
        let options = EmitterOptions(moduleName: "Example", defaultTransport: DefaultTransport("MyNetwork.Recorder"))
        let client = try #require(emitted(exampleAPI, options).first { $0.name == "ExampleClient.swift" }).contents
        #expect(client.contains("public import MyNetwork\n"))
        #expect(client.contains("transport: any ClientTransport = Recorder()"))
    }
}
