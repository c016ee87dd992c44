internal import ApusDiagnostics

extension TreeBuilder {
    /// The mapping in which a key was seen, and the key's node there.
    struct Sighting {
        /// The mapping's index plus one, so that zero is no mapping.
        var mapping: UInt32 = 0
        var keyNode: UInt32 = 0
    }

    /// Reports keys that a mapping has twice, and keeps the first of them.
    ///
    /// Linear: the mapping is complete, so one pass that notes each key's last sighting finds all duplicates.
    mutating func refuseDuplicates(in container: Container) {
        if sightings.count < keys.names.count {
            sightings.append(
                contentsOf: repeatElement(Sighting(), count: keys.names.count + 256 - sightings.count))
        }
        var duplicates: [Int] = []
        let mark = container.index + 1
        for position in container.firstChild..<openMembers.count {
            let member = openMembers[position]
            if sightings[Int(member.key)].mapping == mark {
                duplicates.append(position)
                reportDuplicate(member.keyNode, first: sightings[Int(member.key)].keyNode)
            } else {
                sightings[Int(member.key)] = Sighting(mapping: mark, keyNode: member.keyNode)
            }
        }
        guard !duplicates.isEmpty else { return }
        for index in container.firstMerge..<merges.count {
            let position = merges[index].position
            merges[index].position -= duplicates.count { $0 < position }
        }
        let dropped = Set(duplicates)
        let kept = (container.firstChild..<openMembers.count).filter { !dropped.contains($0) }.map { openMembers[$0] }
        openMembers.replaceSubrange(container.firstChild..., with: kept)
    }

    mutating func reportDuplicate(_ keyNode: UInt32, first: UInt32) {
        let key = records[Int(keyNode)]
        let name = pool.withBytes(key.range) { String(decoding: $0, as: UTF8.self) }
        diagnostics.error(
            .duplicateKey, "the key `\(name)` is given twice", at: place(of: key), label: "given again here",
            notes: [.init("it is first given here", at: place(of: records[Int(first)]))],
            help: "remove one of the two, or rename it")
    }
}
