import ApusClient
import ApusModels

/// A media type that an operation takes, described by a schema.
package struct SchemaContent: Sendable {
    package enum Coding: Sendable {
        /// - Parameter encodings: The Encoding Objects as JSON.
        case form(encodings: [UInt8]?)
        case multipart([DescribedPart])
        /// Consecutive JSON values. The schema is that of a single value.
        case elements(JSONFraming)
        case json, text
        /// Any bytes.
        case bytes
    }

    package var mediaType: String
    package var coding: Coding
    package var value: SchemaValue

    package init(mediaType: String, coding: Coding, value: SchemaValue) {
        self.mediaType = mediaType
        self.coding = coding
        self.value = value
    }

    var reader: RequestContent<JSONValue?> {
        RequestContent(mediaType) { received in
            let bytes = try await received.bytes()
            if bytes.isEmpty { return .init(isEmpty: true) }
            switch coding {
            case .json: return json(bytes.withoutByteOrderMark)
            case .form(let encodings):
                return form(bytes, encodings: encodings, maximumPairs: received.configuration.maximumPairs)
            case .multipart(let parts): return try await multipart(bytes, contentType: received.contentType, parts)
            case .elements(let framing): return await elements(bytes, framing)
            case .text: return text(bytes, contentType: received.contentType)
            case .bytes: return .init(body: .some(nil))
            }
        }
    }

    private typealias Reading = RequestContent<JSONValue?>.Reading

    private func json(_ bytes: [UInt8]) -> Reading {
        do throws(JSONError) {
            let json = try JSON.decode(JSONValue.self, from: bytes)
            return Reading(body: json, violations: value.violations(json))
        } catch {
            return Reading(error: error)
        }
    }

    private func form(_ bytes: [UInt8], encodings: [UInt8]?, maximumPairs: Int) -> Reading {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            return Reading(unreadable: "must be a form in UTF-8")
        }
        let pairs = QueryPairs(text, maximum: maximumPairs)
        do {
            let reader = FormReader(encodings: try MemberEncodings(reading: encodings, style: nil))
            let json = value.read(try reader.tree(of: pairs, as: value.form))
            return Reading(body: json, violations: value.violations(json))
        } catch let error as UnreadableText {
            return Reading(unreadable: error.message)
        } catch {
            return Reading(unreadable: "must be a form")
        }
    }

    private func multipart(
        _ bytes: [UInt8], contentType: String, _ described: [DescribedPart]
    ) async throws -> Reading {
        do {
            let members = try await described.trees(of: HTTPBody(bytes), contentType: contentType)
            let arrays = Set(value.form.members.filter { $0.form.kind == .array }.map(\.name))
            let tree = TextTree.members(
                members.map { name, parts in
                    // An array has a part for each element.
                    let isSingle = parts.count == 1 && (!arrays.contains(name) || parts[0].isArray)
                    return TextTree.Member(name, isSingle ? parts[0] : .list(parts))
                })
            let json = value.read(tree)
            return Reading(body: json, violations: value.violations(json))
        } catch let error as MultipartError {
            let refusal = ServerRefusal(error)
            if refusal.problems.isEmpty { return Reading(unreadable: refusal.detail) }
            return Reading(violations: refusal.problems.map(\.violation))
        }
    }

    private func elements(_ bytes: [UInt8], _ framing: JSONFraming) async -> Reading {
        var values: [JSONValue] = []
        var violations: [Violation] = []
        do {
            for try await element in JSONSequence(HTTPBody(bytes), of: JSONValue.self, framing: framing) {
                for var violation in value.violations(element) {
                    violation.pointer = "/\(values.count)" + violation.pointer
                    violations.append(violation)
                }
                values.append(element)
            }
            return Reading(body: .array(values), violations: violations)
        } catch let error as JSONError {
            return Reading(error: error)
        } catch {
            return Reading(unreadable: "must be a sequence of JSON values")
        }
    }

    private func text(_ bytes: [UInt8], contentType: String) -> Reading {
        do {
            let json = value.read(.text(try EncodedText(bytes, contentType: contentType).text()))
            return Reading(body: json, violations: value.violations(json))
        } catch {
            return Reading(unreadable: "must be text in \(error.encoding)")
        }
    }
}

extension TextTree {
    fileprivate var isArray: Bool {
        if case .json(let value) = self { return value.array != nil }
        return false
    }
}
