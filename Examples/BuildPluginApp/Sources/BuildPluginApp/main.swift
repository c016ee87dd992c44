import ApusModels

// `Visit` and `Animal` are generated from openapi.yaml while this target is built.
let visit = Visit(animal: Animal(name: "Mia", species: .cat, weight: 3.5), reason: "sneezes")
let json = try JSON.encode(visit)
print(String(decoding: json, as: UTF8.self))

let decoded = try JSON.decode(Visit.self, from: json)
print("round trip:", decoded == visit)
print("valid:", (try? visit.validate()) != nil)

let wrong = Visit(animal: Animal(name: "Ludwig Maximilian the Second", species: .parrot, weight: -1), reason: "")
do {
    try wrong.validate()
} catch {
    for violation in error.violations { print("\(violation.pointer): \(violation.message)") }
}
