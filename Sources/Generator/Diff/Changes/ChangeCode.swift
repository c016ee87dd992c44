/// The stable identifier of a kind of change, such as `property-removed`.
public struct ChangeCode: Hashable, Sendable {
    public let id: String
    /// The kind of change in a few words.
    public let title: String
    /// Why a receiver of the new description may reject or miss a value from a sender of the old one.
    let narrowing: String?
    /// Why a receiver of the old description may reject or miss a value from a sender of the new one.
    let widening: String?

    init(_ id: String, _ title: String, narrowing: String? = nil, widening: String? = nil) {
        self.id = id
        self.title = title
        self.narrowing = narrowing
        self.widening = widening
    }

    /// The title and the reasons of the verdicts, for `apus explain`.
    public var explanation: String {
        let capital = title.prefix(1).uppercased() + title.dropFirst() + "."
        let reasons = [
            narrowing.map { "It can break senders of the old description: \($0)." },
            widening.map { "It can break receivers of the old description: \($0)." },
        ].compactMap { $0 }
        let wire = reasons.isEmpty ? ["It breaks nothing on the wire."] : reasons
        return ([capital] + wire).joined(separator: "\n")
    }

    public static func == (a: Self, b: Self) -> Bool { a.id == b.id }
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }

    /// All codes in order.
    public static let all: [ChangeCode] = (operations + messages + values).sorted { $0.id < $1.id }
}
