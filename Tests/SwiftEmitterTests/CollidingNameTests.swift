import ApusAPIModel
import ApusDiagnostics
import Testing

@testable import ApusSwiftEmitter

/// Colliding names are distinguished by their owners rather than by numbers.
@Suite struct CollidingNameTests {
    private func operation(_ id: String, _ method: String, _ path: String, name: String? = nil) -> Operation {
        Operation(id: id, explicitName: name, method: method, path: path, origin: here)
    }

    private func names(_ operations: [Operation]) -> [String: String] {
        var diagnostics = Diagnostics()
        let names = OperationNames.methods(of: operations, overrides: [:], into: &diagnostics)
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
            #expect(Set(names.operations.map(\.error)) == ["GetAError", "ListAllError", "GetCError"])
        }
    }

    private func typeNames(_ types: [TypeDeclaration]) -> [String?] {
        var diagnostics = Diagnostics()
        let names = ModuleNames(
            API(title: "T", version: "1", types: types), options: EmitterOptions(moduleName: "T"), into: &diagnostics)
        #expect(diagnostics.all.isEmpty)
        return types.map { names.types[$0.id] }
    }

    @Test func `what the description names keeps its name`() {
        var declared = TypeDeclaration.object("pet_owner", nil, [])
        declared.isComponent = true
        let made = TypeDeclaration.object("Pet.owner", nil, [])
        let response = TypeDeclaration.object("PetOwner", nil, [])
        #expect(typeNames([made, declared]) == ["PetOwnerModel", "PetOwner"])
        #expect(typeNames([response, declared]) == ["PetOwnerModel", "PetOwner"])
    }

    /// Long names lose their least distinctive words rather than the last ones.
    @Test func `long names are told apart by words`() {
        let stem = "postPaymentIntentsIntent.body.payment_method_options"
        let names = typeNames(
            ["konbini", "paypal", "us_bank_account"].flatMap { method in
                ["setup_future_usage", "preferred_locale"].map { last in
                    .object("\(stem).\(method).payment_method_options_param.\(last)", nil, [])
                }
            })
        #expect(
            names == [
                "PostPaymentIntentsIntentBodyMethodOptionsKonbiniParamSetupFutureUsage",
                "PostPaymentIntentsIntentBodyMethodOptionsKonbiniParamPreferredLocale",
                "PostPaymentIntentsIntentBodyMethodOptionsPaypalParamSetupFutureUsage",
                "PostPaymentIntentsIntentBodyMethodOptionsPaypalParamPreferredLocale",
                "PostPaymentIntentsIntentBodyMethodOptionsUsBankAccountParamSetupFutureUsage",
                "PostPaymentIntentsIntentBodyMethodOptionsUsBankAccountParamPreferredLocale",
            ])
    }

    /// A long prefix and suffix leave room for the rare words between them.
    @Test func `long names keep the words that are rare`() {
        let names = typeNames(
            ["acss_debit", "bacs_debit"].flatMap { method in
                ["", ".mandate_options"].map { rest in
                    let options = "payment_intent_payment_method_options_param"
                    let stem = "postPaymentIntentsIntentConfirm.body.payment_method_options"
                    return .object("\(stem).\(method).\(options)\(rest)", nil, [])
                }
            })
        #expect(Set(names).count == 4)
        for (name, word) in zip(names, ["Acss", "Acss", "Bacs", "Bacs"]) {
            #expect(
                name?.contains(word) == true && name?.hasPrefix("PostPayment") == true
                    && name?.hasSuffix("Model") == false)
        }
    }

    @Test func `parameters of one name in several places`() {
        func parameter(_ name: String, _ location: Parameter.Location, as explicit: String? = nil) -> Parameter {
            Parameter(
                name: name, explicitName: explicit, location: location, style: .simple, explode: false,
                isRequired: false, type: .string,
                origin: here)
        }
        var getResults = operation("getResults", "GET", "/tests/{id}")
        getResults.parameters = [
            parameter("id", .path), parameter("limit", .query), parameter("id", .header), parameter("id", .query),
            parameter("id", .cookie), parameter("trace_id", .header), parameter("Trace-ID", .query),
            parameter("page", .query, as: "pageNumber"), parameter("page", .header),
        ]
        var diagnostics = Diagnostics()
        let names = ParameterNames.names(of: getResults, overrides: [:], into: &diagnostics)
        #expect(
            names == [
                "idInPath", "limit", "idInHeader", "idInQuery", "idInCookie", "traceIDInHeader", "traceIDInQuery",
                "pageNumber", "page",
            ])
        #expect(diagnostics.all.isEmpty)
    }
}
