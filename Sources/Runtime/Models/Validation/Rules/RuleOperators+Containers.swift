extension RuleOperators {
    // MARK: Lists and maps

    public static func count<Element>(_ list: [Element]?) -> Int? { list?.count }

    public static func count<Value>(_ map: [String: Value]?) -> Int? { map?.count }

    /// Returns a list of the elements, or `nil` if one of them has no value.
    public static func list<Element>(_ elements: Element?...) -> [Element]? {
        let values = elements.compactMap { $0 }
        return values.count == elements.count ? values : nil
    }

    public static func isElement<Value: Equatable>(_ value: Value?, of list: [Value]?) -> Bool? {
        guard let value, let list else { return nil }
        return list.contains { isEqual($0, value) == true }
    }

    public static func isKey<Value>(_ key: String?, of map: [String: Value]?) -> Bool? {
        guard let key, let map else { return nil }
        return value(of: map, for: key) != nil
    }

    /// Returns an element, or `nil` if the index is out of range.
    public static func element<Value>(of list: [Value]?, at index: Int?) -> Value? {
        guard let list, let index, list.indices.contains(index) else { return nil }
        return list[index]
    }

    public static func value<Value>(of map: [String: Value]?, for key: String?) -> Value? {
        guard let map, let key, let index = map.index(forKey: key), isSameText(map[index].key, key) else { return nil }
        return map[index].value
    }

    /// Returns `false` if the condition is false for any element, even if it has no value for others.
    public static func all<Element>(_ list: [Element]?, _ condition: (Element) -> Bool?) -> Bool? {
        guard let list else { return nil }
        var result: Bool? = true
        for element in list {
            switch condition(element) {
            case false?: return false
            case true?: continue
            case nil: result = nil
            }
        }
        return result
    }

    /// Returns `true` if the condition is true for any element, even if it has no value for others.
    public static func exists<Element>(_ list: [Element]?, _ condition: (Element) -> Bool?) -> Bool? {
        not(all(list) { not(condition($0)) })
    }

    // MARK: Strings

    /// Returns the length in code points.
    public static func length(_ text: String?) -> Int? { text?.unicodeScalars.count }

    public static func startsWith(_ text: String?, _ part: String?) -> Bool? {
        guard let text, let part else { return nil }
        return text.utf8.starts(with: part.utf8)
    }

    public static func endsWith(_ text: String?, _ part: String?) -> Bool? {
        guard let text, let part else { return nil }
        return text.utf8.reversed().starts(with: part.utf8.reversed())
    }

    /// Returns whether a text contains another, in linear time (Knuth, Morris, and Pratt).
    public static func contains(_ text: String?, _ part: String?) -> Bool? {
        guard let text, let part else { return nil }
        let sought = Array(part.utf8)
        if sought.isEmpty { return true }
        var borders = [0]
        var length = 0
        for byte in sought.dropFirst() {
            while length > 0, sought[length] != byte { length = borders[length - 1] }
            if sought[length] == byte { length += 1 }
            borders.append(length)
        }
        length = 0
        for byte in text.utf8 {
            while length > 0, sought[length] != byte { length = borders[length - 1] }
            if sought[length] == byte { length += 1 }
            if length == sought.count { return true }
        }
        return false
    }

    /// Returns whether an ECMA-262 regular expression matches anywhere in a text, or `nil` if it takes too many steps.
    public static func matches(_ text: String?, _ pattern: StaticString) -> Bool? {
        guard let text, let pattern = PatternCache.shared.pattern("\(pattern)") else { return nil }
        switch pattern.match(in: text) {
        case .match: return true
        case .noMatch: return false
        case .stepLimit: return nil
        }
    }
}
