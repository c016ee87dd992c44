import ApusAPIModel
import ApusDiagnostics
import ApusOpenAPI

// Requests that the API sends: webhooks, and the callbacks of the selected operations.
extension OperationLowering {
    mutating func lowerWebhooks() -> [Webhook] {
        var result: [Webhook] = []
        for (name, item) in document.webhooks {
            for (method, operation) in item.operations where isWanted(operation, method: method, path: name) {
                if let webhook = lowerWebhook(operation, name: name, method: method) { result.append(webhook) }
            }
        }
        for (path, item) in document.paths {
            for (method, owner) in item.operations where isWanted(owner, method: method, path: path) {
                result += lowerCallbacks(
                    of: owner, id: owner.operationID ?? PlaceNames.operationID(method: method, path: path))
            }
        }
        return result
    }

    private mutating func lowerCallbacks(of owner: OperationObject, id: String) -> [Webhook] {
        var result: [Webhook] = []
        for (name, expression, item) in owner.callbacks {
            for (method, operation) in item.operations {
                let callback = Webhook.Callback(operation: id, expression: expression)
                if let webhook = lowerWebhook(operation, name: name, method: method, callback: callback) {
                    result.append(webhook)
                }
            }
        }
        return result
    }

    private mutating func lowerWebhook(
        _ operation: OperationObject, name: String, method: String, callback: Webhook.Callback? = nil
    ) -> Webhook? {
        let start = schemas.mark
        schemas.reportUnread(in: operation.node)
        var contents: [Content] = []
        if let body = operation.requestBody {
            let words = [callback?.operation, name, "payload"].compactMap { $0 }
            let names = namePath(of: body.node, "body", else: words, partSchemas(of: body.content))
            contents = lowerContents(body.content, .response, path: names)
        }
        if schemas.hasFailed(since: start) {
            schemas.leaveOut("the webhook `\(name)`", at: operation.node.place, since: start)
            return nil
        }
        if !contents.isEmpty, !contents.contains(where: \.hasTypedPayload) {
            diagnostics.report(
                Diagnostic(
                    .payloadWithoutType, .note,
                    "the payload of `\(name)` has no type, because it is neither JSON nor a multipart body of an object",
                    at: operation.node.place))
        }
        return Webhook(
            name: name, explicitName: operation.node[.swiftName]?.string, method: method,
            summary: operation.summary, documentation: operation.description,
            externalDocumentation: operation.externalDocumentation.map(ExternalDocumentation.init), callback: callback,
            contents: contents,
            origin: operation.node.origin)
    }
}

extension Content {
    fileprivate var hasTypedPayload: Bool {
        switch coding {
        case .json, .multipart(.some, _): true
        default: false
        }
    }
}
