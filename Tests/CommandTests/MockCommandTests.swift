import Foundation
import Testing

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

@Suite(.enabled(if: Tool.built("apus-mock") != nil, "apus-mock is not beside the test bundle"))
struct MockCommandTests {
    private static let description = """
        openapi: 3.1.0
        info: { title: Things, version: 1.0.0 }
        paths:
          /thing:
            get:
              operationId: getThing
              responses:
                "200":
                  description: A thing.
                  content: { application/json: { schema: { type: string }, example: old } }

        """

    @Test func `a description is served and its changes are taken up`() async throws {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Self.description)
        let tool = try RunningTool("mock", "openapi.yaml", "--port", "0", "--watch", in: folder.url)
        try await tool.wait(until: { try tool.output.contains("; Ctrl-C ends\n") })
        let first = try #require(
            try tool.output.firstMatch(
                of: #/^serving Things with 1 operation at (http://127\.0\.0\.1:\d+); Ctrl-C ends\n/#))
        let url = try #require(URL(string: first.1 + "/thing"))
        #expect(try await text(of: url) == "\"old\"")
        try await tool.wait(until: { try tool.output.contains("\nGET /thing → 200 (getThing, ") })

        try folder.write("openapi.yaml", "half")
        try await tool.wait(until: { try tool.errors.contains("1 error") })
        #expect(try await text(of: url) == "\"old\"")
        try folder.write("openapi.yaml", Self.description.replacing("old", with: "new"))
        try await tool.wait(until: { try tool.output.contains("the description has changed: 1 operation\n") })
        #expect(try await text(of: url) == "\"new\"")
        #expect(await tool.interrupt() == 0)
    }

    @Test func `errors of the description end the mock`() async throws {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", "openapi: 3.1.0\n")
        let run = try await Tool.run("mock", "openapi.yaml", in: folder.url)
        #expect(run.status == 3)
        #expect(run.errors.contains("openapi.yaml"))
        #expect(try await Tool.run("mock", "nowhere.yaml", in: folder.url).status == 2)
        let usage = try await Tool.run("mock", "openapi.yaml", "--fault-rate", "2", in: folder.url)
        #expect(usage.status == 2)
        #expect(usage.errors.contains("--fault-rate is a number from 0 to 1"))
    }

    @Test func `the help is that of the mock`() async throws {
        let folder = try TemporaryFolder()
        let run = try await Tool.run("mock", "--help", in: folder.url)
        #expect(run.status == 0)
        for option in ["--port", "--host", "--seed", "--latency", "--fault-rate", "--stateful", "--watch"] {
            #expect(run.output.contains(option))
        }
    }

    @Test func `without the mock, a sentence says how to get it`() async throws {
        let folder = try TemporaryFolder()
        let copy = folder.path("apus")
        try FileManager.default.copyItem(at: try #require(Tool.binary), to: copy)
        let run = try await Tool.run(copy, ["mock", "openapi.yaml"], in: folder.url)
        #expect(run.status == 2)
        #expect(run.errors.contains("build it with `swift build --product apus-mock --traits Mock`"))
    }

    private func text(of url: URL) async throws -> String {
        let (data, _) = try await URLSession.shared.data(from: url)
        return String(decoding: data, as: UTF8.self)
    }
}
