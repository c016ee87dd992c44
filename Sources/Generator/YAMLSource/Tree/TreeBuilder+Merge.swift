internal import ApusDiagnostics

extension TreeBuilder {
    /// A merge key's value, and the position in `openMembers` for its members.
    struct Merge {
        var position: Int
        var key: UInt32
        var value: UInt32
    }

    func isMergeKey(_ record: Record, _ bytes: UnsafeRawBufferPointer) -> Bool {
        record.flags.contains(.isPlain) && bytes.count == 2 && bytes[0] == UInt8(ascii: "<")
            && bytes[1] == UInt8(ascii: "<")
    }

    /// Replaces the merge keys of a mapping by the members that they merge.
    ///
    /// The mapping's own keys take precedence, then the earlier mappings of a list (https://yaml.org/type/merge.html).
    /// Merged nodes are already counted, as aliases or as content. Must be called after `refuseDuplicates(in:)`, which
    /// records the mapping's own keys.
    mutating func merge(into container: Container) {
        var merged = Array(openMembers[container.firstChild...])
        var inserted = 0
        for (number, merge) in merges[container.firstMerge...].enumerated() {
            if number > 0 { reportDuplicate(merge.key, first: merges[container.firstMerge].key) }
            var additions: [Member] = []
            for source in mappings(of: merge) {
                for member in members[records[Int(source)].range]
                where sightings[Int(member.key)].mapping != container.index + 1 {
                    sightings[Int(member.key)] = Sighting(mapping: container.index + 1, keyNode: member.keyNode)
                    additions.append(member)
                }
            }
            merged.insert(contentsOf: additions, at: merge.position - container.firstChild + inserted)
            inserted += additions.count
        }
        merges.removeSubrange(container.firstMerge...)
        openMembers.replaceSubrange(container.firstChild..., with: merged)
    }

    private mutating func mappings(of merge: Merge) -> [UInt32] {
        let value = records[Int(merge.value)]
        let candidates = value.kind == .sequence ? Array(items[value.range]) : [merge.value]
        return candidates.filter { candidate in
            let record = records[Int(candidate)]
            if record.kind == .mapping { return true }
            diagnostics.error(
                .mergeNotMapping, "a merge key takes a mapping or a list of mappings, not a \(record.kind.noun)",
                at: place(of: record),
                notes: [.init("the merge key is here", at: place(of: records[Int(merge.key)]))],
                help: "write `\"<<\"` to make the key a string")
            return false
        }
    }
}
