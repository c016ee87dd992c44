import ApusModels

// Each folder with an apus.yaml is an API of its own, whose types begin with the folder's name.
let patient = ClinicAnimal(name: "Mia", owner: "Ada")
let stock = PetShopAnimal(species: "cat", price: 12)
print(String(decoding: try JSON.encode(patient), as: UTF8.self))
print(String(decoding: try JSON.encode(stock), as: UTF8.self))
