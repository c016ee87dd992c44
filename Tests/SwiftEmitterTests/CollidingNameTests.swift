import ApusAPIModel
import ApusDiagnostics
import Testing

@testable import ApusSwiftEmitter

/// Names that would be equal are told apart by what they belong to, not by their order.
@Suite struct CollidingNameTests {
    private func operation(_ id: String, _ method: String, _ path: String, name: String? = nil) -> Operation {
        Operation(id: id, explicitName: name, method: method, path: path, origin: here)
    }

    private func names(_ operations: [Operation]) -> [String: String] {
        var diagnostics = Diagnostics()
        let names = namesOfOperations(operations, overrides: [:], into: &diagnostics)
        #expect(diagnostics.all.isEmpty)
        return Dictionary(uniqueKeysWithValues: zip(operations.map(\.id), names))
    }

    @Test func `operations whose ids make one name`() {
        let operations = [
            operation("webhook_get", "GET", "/webhooks/{id}"), operation("webhook-get", "GET", "/webhook-dispatches"),
            operation("webhookGet", "GET", "/hooks"), operation("WebhookGet", "POST", "/hooks"),
            operation("post_hooks_", "PUT", "/other"), operation("list", "GET", "/list"),
            operation("a_b", "GET", "/a-b"), operation("a-b", "GET", "/a.b"),
        ]
        let expected = [
            "webhook_get": "getWebhooksID", "webhook-get": "getWebhookDispatches", "webhookGet": "webhookGet",
            "WebhookGet": "postSlashHooks", "post_hooks_": "postHooks", "list": "list",
            "a_b": "getAB", "a-b": "getSlashADotB",
        ]
        #expect(names(operations) == expected)
        #expect(names(operations.reversed()) == expected)
        #expect(names(operations.shuffled()) == expected)
    }

    @Test func `the types of operations whose ids make one name`() {
        func api(_ operations: [Operation]) -> API {
            var api = API(title: "T", version: "1")
            api.operations = operations
            api.types = operations.map { .object("\($0.id).response200", nil, []) }
            return api
        }
        let operations = [
            operation("list_all", "GET", "/a"), operation("listAll", "GET", "/b"), operation("ListAll", "GET", "/c"),
        ]
        for order in [operations, operations.reversed()] {
            var diagnostics = Diagnostics()
            let names = ModuleNames(api(order), options: EmitterOptions(moduleName: "T"), into: &diagnostics)
            #expect(names.types[TypeID("list_all.response200")] == "GetAResponse200")
            #expect(names.types[TypeID("listAll.response200")] == "ListAllResponse200")
            #expect(names.types[TypeID("ListAll.response200")] == "GetCResponse200")
            #expect(Set(names.errors) == ["GetAError", "ListAllError", "GetCError"])
        }
    }

    @Test func `parameters of one name in several places`() {
        func parameter(_ name: String, _ location: Parameter.Location, as explicit: String? = nil) -> Parameter {
            Parameter(
                name: name, explicitName: explicit, location: location, style: .simple, explode: false, isRequired: false, type: .string,
                origin: here)
        }
        var getResults = operation("getResults", "GET", "/tests/{id}")
        getResults.parameters = [
            parameter("id", .path), parameter("limit", .query), parameter("id", .header), parameter("id", .query),
            parameter("id", .cookie), parameter("trace_id", .header), parameter("Trace-ID", .query),
            parameter("page", .query, as: "pageNumber"), parameter("page", .header),
        ]
        var diagnostics = Diagnostics()
        let names = namesOfParameters(of: getResults, overrides: [:], into: &diagnostics)
        #expect(
            names == [
                "idInPath", "limit", "idInHeader", "idInQuery", "idInCookie", "traceIDInHeader", "traceIDInQuery",
                "pageNumber", "page",
            ])
        #expect(diagnostics.all.isEmpty)
    }
}
