/// A description of an array whose elements have types by position.
///
/// Generated code creates it (see <doc:GeneratedCode>). It is a pointer, like `ObjectTable`.
@safe  // The memory behind the pointer is never changed or freed.
public struct TupleTable: @unchecked Sendable {
    /// The treatment of elements after the last one with its own type.
    public enum OtherElements: Sendable {
        case skipped
        case refused
        /// The elements are kept in the last stored property, an array.
        case kept
    }

    private struct Contents {
        let type: any TupleModel.Type
        let fields: Fields
        /// The number of required elements. The others have optional types and are `nil` if absent.
        let required: Int
        let otherElements: OtherElements
        /// A JSON Schema of the constraints that decoding does not check.
        let constraints: StaticString?
        /// The types that `$ref`s in the constraints name.
        let references: [any JSONCodable.Type]
    }

    private let contents: UnsafePointer<Contents>

    /// - Precondition: The types are those of the struct's stored properties in declaration order.
    public init<Model: TupleModel>(
        of type: Model.Type, _ types: [any JSONCodable.Type], required: Int? = nil,
        otherElements: OtherElements = .skipped, references: [any JSONCodable.Type] = [],
        constraints: StaticString? = nil
    ) {
        let positions = types.count - (otherElements == .kept ? 1 : 0)
        for field in types[(required ?? positions)..<positions] {
            precondition(
                field is any AbsenceRepresentable.Type,
                "An element of \(type) may be absent, but its type has no value for that.")
        }
        if otherElements == .kept {
            precondition(types.last is any ElementList.Type, "Other elements of \(type) must be kept in an array.")
        }
        let contents = UnsafeMutablePointer<Contents>.allocate(capacity: 1)
        unsafe contents.initialize(
            to: Contents(
                type: type, fields: Fields(of: type, types, wireStates: 0), required: required ?? positions,
                otherElements: otherElements, constraints: constraints, references: references))
        unsafe self.contents = unsafe UnsafePointer(contents)
    }

    var type: any TupleModel.Type { unsafe contents.pointee.type }
    var fields: Fields { unsafe contents.pointee.fields }
    var required: Int { unsafe contents.pointee.required }
    var otherElements: OtherElements { unsafe contents.pointee.otherElements }
    var constraints: StaticString? { unsafe contents.pointee.constraints }
    var references: [any JSONCodable.Type] { unsafe contents.pointee.references }

    private var positions: Int { fields.count - (otherElements == .kept ? 1 : 0) }

    func decode(into base: UnsafeMutableRawPointer, from reader: inout JSONReader) throws(JSONError) {
        try reader.beginArray()
        var initialized = 0
        // The index of the element being decoded, which is prepended to an error's pointer.
        var current: Int?
        do throws(JSONError) {
            var isAtEnd = false
            while initialized < positions, !isAtEnd {
                if try reader.nextElement() {
                    current = initialized
                    unsafe try (fields.start + initialized).decode(into: base, from: &reader)
                    current = nil
                } else {
                    isAtEnd = true
                    unsafe try fillIn(from: initialized, base, reader)
                    initialized = positions - 1
                }
                initialized += 1
            }
            if otherElements == .kept {
                unsafe listType.initializeEmpty(base + fields[positions].offset)
                initialized += 1
            }
            var index = positions
            while !isAtEnd, try reader.nextElement() {
                current = index
                unsafe try decodeOther(into: base, from: &reader)
                current = nil
                index += 1
            }
        } catch {
            for index in 0..<initialized { unsafe fields[index].destroy(base) }
            var error = error
            if let current { error.prepend(current) }
            throw error
        }
    }

    private func fillIn(
        from count: Int, _ base: UnsafeMutableRawPointer, _ reader: borrowing JSONReader
    ) throws(JSONError) {
        guard count >= required else {
            throw JSONError(
                .mismatch, at: reader.position - 1, expected: "at least \(required) elements", found: "\(count)")
        }
        for index in count..<positions {
            unsafe (fields[index].valueType as! any AbsenceRepresentable.Type)
                .initializeAbsent(base + fields[index].offset)
        }
    }

    private func decodeOther(into base: UnsafeMutableRawPointer, from reader: inout JSONReader) throws(JSONError) {
        switch otherElements {
        case .skipped: try reader.skipValue()
        case .refused: throw reader.failure(expected: "`]`")
        case .kept: unsafe try listType.decodeElement(into: base + fields[positions].offset, from: &reader)
        }
    }

    /// The type of the array for other elements, which the initializer has checked.
    private var listType: any ElementList.Type { fields[positions].valueType as! any ElementList.Type }

    func encode(_ base: UnsafeRawPointer, to writer: inout JSONWriter) throws(JSONError) {
        guard try writer.mayOpen() else { return }
        writer.beginArray()
        for index in 0..<positions {
            if index >= required, let absence = fields[index].valueType as? any AbsenceRepresentable.Type,
                unsafe absence.isAbsent(base + fields[index].offset)
            {
                break
            }
            writer.nextElement()
            do throws(JSONError) {
                unsafe try fields[index].encodeOrNull(base, to: &writer)
            } catch {
                var error = error
                error.prepend(index)
                throw error
            }
        }
        if otherElements == .kept {
            unsafe try listType.encodeElements(base + fields[positions].offset, after: positions, to: &writer)
        }
        writer.endArray()
    }
}

/// An array that keeps the elements without their own type.
private protocol ElementList: JSONCodable {
    static func initializeEmpty(_ memory: UnsafeMutableRawPointer)
    static func decodeElement(
        into memory: UnsafeMutableRawPointer, from reader: inout JSONReader) throws(JSONError)
    static func encodeElements(
        _ memory: UnsafeRawPointer, after count: Int, to writer: inout JSONWriter) throws(JSONError)
}

extension Array: ElementList where Element: JSONCodable {
    static func initializeEmpty(_ memory: UnsafeMutableRawPointer) {
        unsafe memory.initializeMemory(as: Self.self, to: [])
    }

    static func decodeElement(
        into memory: UnsafeMutableRawPointer, from reader: inout JSONReader
    ) throws(JSONError) {
        unsafe memory.assumingMemoryBound(to: Self.self).pointee.append(try reader.decode(Element.self))
    }

    static func encodeElements(
        _ memory: UnsafeRawPointer, after count: Int, to writer: inout JSONWriter
    ) throws(JSONError) {
        for (index, element) in unsafe memory.assumingMemoryBound(to: Self.self).pointee.enumerated() {
            writer.nextElement()
            do throws(JSONError) { try writer.encode(element) } catch {
                var error = error
                error.prepend(count + index)
                throw error
            }
        }
    }
}
