import ApusClient
import ApusExamples
import ApusModels
import ApusServer
import Dispatch

/// Keeps the items of plain collections: `POST /things`, and then `GET /things` and `GET /things/{id}`.
final class CollectionStore: @unchecked Sendable {
    /// What an operation does to its collection.
    private enum Action {
        case create, list, read, replace, patch, delete
    }

    /// A collection of a description.
    private struct Collection {
        /// The path template, without the variable of an item.
        var path: String
        /// The name of the variable of an item's path.
        var variable: String
        /// The schema of an item, if reading one has a JSON response.
        var schema: String?
    }

    private let collections: [String: Collection]
    private let schemas: SchemaSet
    // Protected by the lock. The items by the collection's path in requests, in the order of their creation.
    private var items: [String: [(id: String, value: JSONValue)]] = [:]
    private let lock = DispatchSemaphore(value: 1)

    init(_ description: MockDescription) {
        schemas = description.responses
        var collections: [String: Collection] = [:]
        let creating = Set(description.operations.filter { $0.method == "POST" }.map(\.path))
        for operation in description.operations {
            guard let (path, variable) = Self.item(operation.path), creating.contains(path) else { continue }
            let success = operation.responses.first(where: \.isSuccess)
            let schema = success?.contents.first { $0.coding == .json }?.schema
            if collections[path] == nil { collections[path] = Collection(path: path, variable: variable) }
            if operation.method == "GET" { collections[path]?.schema = schema }
        }
        self.collections = collections
    }

    /// Returns the collection's path and the variable of an item's path.
    private static func item(_ path: String) -> (collection: String, variable: String)? {
        let segments = path.split(separator: "/")
        guard segments.count > 1, let last = segments.last, last.hasPrefix("{"), last.hasSuffix("}"),
            !last.dropLast().contains("}")
        else { return nil }
        return ("/" + segments.dropLast().joined(separator: "/"), String(last.dropFirst().dropLast()))
    }

    // MARK: Answering

    func answer(
        _ operation: MockOperation, _ request: OperationRequest, _ body: JSONValue?, _ success: ResponseMaker.Draft,
        _ maker: ResponseMaker
    ) throws -> ResponseMaker.Draft {
        var draft = success
        guard let (action, collection) = action(of: operation) else {
            try maker.fill(&draft, accept: request.head.headerFields[.accept])
            return draft
        }
        lock.wait()
        defer { lock.signal() }
        let path = Self.path(of: collection, request)
        if action == .create || action == .list {
            try maker.fill(&draft, accept: request.head.headerFields[.accept])
            if action == .list {
                list(items[path] ?? [], in: &draft)
            } else {
                create(body, collection, at: path, in: &draft)
            }
            return draft
        }
        let text = request.pathText(collection.variable) ?? ""
        let id = PercentDecoding.decode(text) ?? text
        return try change(action, id, body, collection, at: path, draft, maker, request)
    }

    /// Returns the collection's path with the values of its variables, whatever server path a request has.
    private static func path(of collection: Collection, _ request: OperationRequest) -> String {
        collection.path.split(separator: "/").map { segment in
            guard segment.hasPrefix("{"), segment.hasSuffix("}") else { return String(segment) }
            return request.pathText(String(segment.dropFirst().dropLast())) ?? String(segment)
        }.joined(separator: "/")
    }

    private func action(of operation: MockOperation) -> (Action, Collection)? {
        if let collection = collections[operation.path] {
            return operation.method == "POST"
                ? (.create, collection) : operation.method == "GET" ? (.list, collection) : nil
        }
        let actions: [String: Action] = ["GET": .read, "PUT": .replace, "PATCH": .patch, "DELETE": .delete]
        guard let (path, _) = Self.item(operation.path), let collection = collections[path],
            let action = actions[operation.method]
        else { return nil }
        return (action, collection)
    }

    private func create(
        _ body: JSONValue?, _ collection: Collection, at path: String, in draft: inout ResponseMaker.Draft
    ) {
        let response = draft.content?.schema
        let base =
            collection.schema.flatMap { schemas.make($0, for: path)?.value } ?? draft.value ?? .object(JSONObject())
        let entity = overlay(body, on: base, schema: collection.schema ?? response)
        let known = items[path] ?? []
        var item = entity
        var id = "\(known.count + 1)"
        if let key = idKey(of: entity, collection, path) {
            if body?[key] == nil || entity[key] != body?[key] {
                item = withNewID(entity, key, known, collection.schema ?? response)
            }
            id = item[key]?.plainText ?? id
        }
        items[path, default: []].removeAll { $0.id == id }
        items[path, default: []].append((id, item))
        if let response, let value = draft.value { draft.value = overlay(item, on: value, schema: response) }
    }

    private func list(_ known: [(id: String, value: JSONValue)], in draft: inout ResponseMaker.Draft) {
        guard let value = draft.value, let schema = draft.content?.schema else { return }
        let values = JSONValue.array(known.map(\.value))
        var candidate = value
        if value.array != nil {
            candidate = values
        } else if let object = value.object {
            guard
                let name = object.first(where: { $0.value.array?.first?.object != nil })?.name
                    ?? object.first(where: { $0.value.array != nil })?.name
            else { return }
            candidate[name] = values
            for total in ["total", "count", "total_count", "totalCount"] where candidate[total]?.integer != nil {
                candidate[total] = .integer(Int64(known.count))
            }
        }
        let violations = schemas.violations(of: candidate, by: schema)
        draft.notes += ResponseMaker.notes(violations, "the kept items do not fit the response and are left out")
        if violations.isEmpty { draft.value = candidate }
    }

    private func change(
        _ action: Action, _ id: String, _ body: JSONValue?, _ collection: Collection, at path: String,
        _ success: ResponseMaker.Draft, _ maker: ResponseMaker, _ request: OperationRequest
    ) throws -> ResponseMaker.Draft {
        guard let index = items[path]?.firstIndex(where: { $0.id == id }) else {
            throw ServerRefusal(.notFound, "there is no item `\(id)`")
        }
        var draft = success
        try maker.fill(&draft, accept: request.head.headerFields[.accept])
        switch action {
        case .delete: items[path]?.remove(at: index)
        case .replace, .patch:
            var item = items[path]![index].value
            let key = idKey(of: item, collection, path)
            var changes = body
            if let key, changes?.object != nil { changes?[key] = nil }
            item = overlay(changes, on: item, schema: collection.schema)
            items[path]![index].value = item
            fallthrough
        case .read:
            let item = items[path]![index].value
            if let schema = draft.content?.schema, let value = draft.value {
                draft.value = schema == collection.schema ? item : overlay(item, on: value, schema: schema)
            }
        case .create, .list: break
        }
        return draft
    }

    // MARK: Items

    /// Returns a value with the members of another one, as far as the schema allows each of them.
    private func overlay(_ changes: JSONValue?, on value: JSONValue, schema: String?) -> JSONValue {
        guard let changes = changes?.object, value.object != nil else { return value }
        var all = value
        for member in changes { all[member.name] = member.value }
        guard let schema else { return all }
        if schemas.violations(of: all, by: schema).isEmpty { return all }
        var result = value
        for member in changes {
            var candidate = result
            candidate[member.name] = member.value
            if schemas.violations(of: candidate, by: schema).isEmpty { result = candidate }
        }
        return result
    }

    /// The member that identifies an item: `petId` of `/pets/{petId}`, `id`, or `pet_id`.
    private func idKey(of item: JSONValue, _ collection: Collection, _ path: String) -> String? {
        guard let object = item.object else { return nil }
        let plain = { (name: String) in name.lowercased().filter { $0 != "_" && $0 != "-" } }
        let variable = plain(collection.variable)
        for name in object.names where plain(name) == variable { return name }
        for name in object.names where plain(name) == "id" { return name }
        for name in object.names where variable.hasSuffix(plain(name)) && object[name]?.object == nil { return name }
        return nil
    }

    private func withNewID(
        _ item: JSONValue, _ key: String, _ known: [(id: String, value: JSONValue)], _ schema: String?
    ) -> JSONValue {
        var random = SeededGenerator(seed: UInt64(known.count) &+ 1, for: key)
        let old = item[key] ?? .null
        var candidates: [JSONValue] = []
        for number in (known.count + 1)...(known.count + 50) {
            candidates.append(old.integer == nil ? .string(random.uuid()) : .integer(Int64(number)))
            if let text = old.string { candidates.append(.string("\(text)\(number)")) }
            candidates.append(.string("\(number)"))
        }
        for candidate in [old] + candidates where !known.contains(where: { $0.id == candidate.plainText }) {
            var copy = item
            copy[key] = candidate
            if let schema, !schemas.violations(of: copy, by: schema).isEmpty { continue }
            return copy
        }
        return item
    }
}
