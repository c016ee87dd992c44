internal import ApusDiagnostics

extension TreeBuilder {
    /// The last mapping in which a key was found, and the key's node there.
    struct Sighting {
        /// The mapping's index plus one. Zero means none.
        var mapping: UInt32 = 0
        var keyNode: UInt32 = 0
    }

    /// Reports duplicate keys of a complete mapping and keeps the first of each.
    ///
    /// Takes linear time: `sightings` holds the last mapping of each key.
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
