import AllocationCount
import ApusRuntime
import Foundation
import Galileo
import GalileoCodable
import Measuring
import SampleData

typealias Ours = Galileo.QuerySessionsResponse
typealias Peer = GalileoCodable.QuerySessionsResponse

#if DEBUG
let configuration = "debug"
#else
let configuration = "release"
#endif

let response = try QueryResponse(atLeast: 500_000)
let data = Data(response.bytes)
let ours = try JSON.decode(Ours.self, from: response.bytes)
let peer = try JSONDecoder().decode(Peer.self, from: data)
guard ours.records?.count == response.recordCount, peer.records?.count == response.recordCount else {
    fatalError("not all records were decoded")
}

print("## JSON, \(configuration): a query response of \(response.bytes.count) bytes, \(response.recordCount) records\n")
print("| what | Apus | | peer | peer ÷ Apus |\n| --- | --- | --- | --- | --- |")

let decode = try Comparison("decode, against `JSONDecoder`") {
    _ = try JSON.decode(Ours.self, from: response.bytes)
} peer: {
    _ = try JSONDecoder().decode(Peer.self, from: data)
}
print(decode.row(bytes: response.bytes.count))

let encode = try Comparison("encode, against `JSONEncoder`") {
    _ = try JSON.encode(ours)
} peer: {
    _ = try JSONEncoder().encode(peer)
}
print(encode.row(bytes: response.bytes.count))

let untyped = try Comparison("decode a `JSONValue`, against `JSONSerialization`") {
    _ = try JSON.decode(JSONValue.self, from: response.bytes)
} peer: {
    _ = try JSONSerialization.jsonObject(with: data)
}
print(untyped.row(bytes: response.bytes.count))

// Equal values that share no memory.
let ourCopy = try JSON.decode(Ours.self, from: response.bytes)
let peerCopy = try JSONDecoder().decode(Peer.self, from: data)
let comparison = try Comparison("`==`, against the synthesized one") {
    guard ours == ourCopy else { fatalError("not equal") }
} peer: {
    guard peer == peerCopy else { fatalError("not equal") }
}
print(comparison.row())

let hashing = try Comparison("`hash(into:)`, against the synthesized one") {
    _ = ours.hashValue
} peer: {
    _ = peer.hashValue
}
print(hashing.row())

let validation = try ValidationCost(of: Ours.self, response.bytes)
print("\n" + validation.table)
var atMost = ["validate": validation.validateRatio]

if allocation_count() > 0 {
    func allocations(_ body: () throws -> Void) rethrows -> Double {
        let start = allocation_count()
        try body()
        return Double(allocation_count() - start) / Double(response.recordCount)
    }
    let decoded = try allocations { _ = try JSON.decode(Ours.self, from: response.bytes) }
    let peerDecoded = try allocations { _ = try JSONDecoder().decode(Peer.self, from: data) }
    let encoded = try allocations { _ = try JSON.encode(ours) }
    let peerEncoded = try allocations { _ = try JSONEncoder().encode(peer) }
    atMost["allocations"] = decoded / peerDecoded
    print("\n| allocations a record | Apus | peer | Apus ÷ peer |\n| --- | --- | --- | --- |")
    print("| decode | \(format(decoded, 1)) | \(format(peerDecoded, 1)) | \(format(decoded / peerDecoded, 3)) |")
    print("| encode | \(format(encoded, 2)) | \(format(peerEncoded, 1)) | \(format(encoded / peerEncoded, 5)) |")
}

print("\n| decode of | ms | MB/s |\n| --- | --- | --- |")
let sizes = try [1, 2, 4, 8].map { try QueryResponse(atLeast: $0 << 20).bytes }
let times = try interleaved(rounds: 7, sizes.map { bytes in { _ = try JSON.decode(Ours.self, from: bytes) } })
for (bytes, seconds) in zip(sizes, times) {
    let time = median(seconds)
    print(
        "| \(format(Double(bytes.count) / 1e6, 2)) MB | \(format(time * 1e3, 2)) | \(format(Double(bytes.count) / time / 1e6, 0)) |"
    )
}

let thresholds = try Thresholds()
let missed = thresholds.missed(
    thresholds.json[configuration],
    atLeast: [
        "decode": decode.ratio, "encode": encode.ratio, "equality": comparison.ratio, "hash": hashing.ratio,
    ], atMost: atMost)
if !missed.isEmpty {
    print("\n" + missed.joined(separator: "\n"))
    exit(1)
}
