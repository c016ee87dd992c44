/// One edit for each kind of change, with the verdicts that follow from who sends the changed part.
let edits: [Edit] = [
    // Spelling and comments.
    Edit("{type: string, enum: [alive, lost]}", "{enum: [alive, lost], type: \"string\"} # here or not"),
    Edit("version: 1.0.0", "version: 1.0.1"),
    // Operations.
    Edit("operationId: createPet", "operationId: addPet", "operation-renamed source"),
    Edit("    post:\n", "    put:\n", "operation-moved clients servers"),
    Edit("operationId: listPets", "operationId: listPets\n      deprecated: true", "operation-deprecated"),
    // Servers and credentials.
    Edit("https://pets.example.com", "https://cats.example.com", "server-removed clients?", "server-added"),
    Edit(
        "operationId: listPets", "operationId: listPets\n      security: [{Key: []}]", "credentials-changed source",
        "security-narrowed clients"),
    // Parameters: sent by the client.
    Edit("- {name: kind, in: query, schema: {type: string}}", "", "parameter-removed clients? source"),
    Edit(
        "- {name: kind, in: query,", "- {name: kind, in: query, required: true,",
        "parameter-became-required clients source", "arguments-reordered source"),
    Edit(
        "- {name: owner, in: query, required: true,", "- {name: owner, in: query,",
        "parameter-became-optional servers", "arguments-reordered source"),
    Edit(
        "- {name: kind,", "- {name: age, in: query, schema: {type: integer}}\n        - {name: kind,",
        "parameter-added servers?"),
    Edit(
        "- {name: kind,", "- {name: age, in: query, required: true, schema: {type: integer}}\n        - {name: kind,",
        "required-parameter-added clients servers? source"),
    Edit(
        "{name: kind, in: query, schema: {type: string}}", "{name: kind, in: query, schema: {type: integer}}",
        "type-changed clients servers source"),
    Edit(
        "{name: limit, in: query, schema: {type: integer, default: 10}}",
        "{name: limit, in: query, schema: {type: string, default: \"10\"}}",
        "default-changed clients servers", "type-widened servers source"),
    Edit("default: 10", "default: 20", "default-changed clients servers"),
    // Bodies and responses.
    Edit(
        "        required: true\n        content:", "        content:", "body-became-optional servers"),
    Edit(
        "application/json: {schema: {$ref: \"#/components/schemas/NewPet\"}}",
        "application/json: {schema: {$ref: \"#/components/schemas/NewPet\"}}\n"
            + "          application/x-www-form-urlencoded: {schema: {$ref: \"#/components/schemas/NewPet\"}}",
        "media-type-added servers"),
    Edit("\"201\":", "\"200\":", "success-status-removed clients servers", "success-status-added clients?"),
    Edit("\"404\": {description: No such owner.}", "", "error-status-removed source"),
    Edit(
        "\"404\": {description: No such owner.}",
        "\"404\": {description: No such owner.}\n        \"409\": {description: Twice.}", "error-status-added source"),
    Edit("headers: {Next: {schema: {type: string}}}", "", "header-removed clients? source"),
    // Properties of what is received: a removed one breaks clients.
    Edit("        name: {type: string}\n        status", "        status", "property-removed clients? source"),
    Edit(
        "required: [id, status]\n      properties:\n        id: {type: string}\n",
        "required: [status]\n      properties:\n",
        "property-removed clients source"),
    // A required member without a description is any JSON.
    Edit("        id: {type: string}\n", "", "type-widened clients source", "properties-reordered source"),
    Edit("required: [id, status]", "required: [status]", "property-became-optional clients source"),
    Edit("required: [id, status]", "required: [id, name, status]", "property-became-required servers source"),
    Edit("        id: {type: string}\n", "        id: {type: string, format: uuid}\n", "type-narrowed servers source"),
    Edit(
        "        name: {type: string}\n", "        name: {type: string}\n        age: {type: integer}\n",
        "property-added"),
    Edit(
        "        name: {type: string}\n        status", "        name: {type: [string, \"null\"]}\n        status",
        "became-nullable clients"),
    // Properties of what is sent: a new one breaks clients.
    Edit(
        "required: [name, size]", "required: [name, size, color]", "property-became-required clients source"),
    Edit("required: [name, size]", "required: [name]", "property-became-optional servers source"),
    Edit(
        "required: [name, size]\n      properties:",
        "required: [name, size, age]\n      properties:\n        age: {type: integer}",
        "required-property-added clients servers? source"),
    Edit(
        "        color: {type: string}", "        age: {type: integer}\n        color: {type: string}",
        "property-added servers?"),
    Edit("weight: {type: number}", "weight: {type: integer}", "type-narrowed clients source"),
    Edit("weight: {type: number}", "weight: {type: number, default: 1}", "default-added clients?"),
    Edit("color: {type: string}", "color: {type: [string, \"null\"]}", "became-nullable servers source"),
    Edit("color: {type: string}", "color: {const: red}", "constant-added clients source"),
    Edit(
        "        color: {type: string}\n        weight: {type: number}",
        "        weight: {type: number}\n        color: {type: string}", "properties-reordered source"),
    Edit("x-apus-name: remark", "x-apus-name: comment", "property-renamed source"),
    Edit(
        "required: [name, size]", "required: [name, size]\n      additionalProperties: false",
        "other-members-narrowed clients"),
    Edit(
        "    NewPet:\n      type: object",
        "    NewPet:\n      type: object\n      x-apus-rules: [\"has(color) || has(weight)\"]",
        "rule-added clients"),
    // Constraints.
    Edit("maxLength: 20", "maxLength: 10", "constraint-narrowed clients"),
    Edit("maxLength: 20", "maxLength: 30", "constraint-widened servers"),
    Edit("maxLength: 20", "maxLength: 20, pattern: \"^a\"", "constraint-narrowed clients"),
    Edit("maxLength: 20", "maxLength: 20, pattern: \"\""),
    Edit(", maxLength: 20", "", "constraint-widened servers"),
    // Enums and unions.
    Edit("[small, large]", "[small, large, huge]", "enum-value-added servers source"),
    Edit("[small, large]", "[small]", "enum-value-removed clients source"),
    Edit("[alive, lost]", "[alive, lost, asleep]", "enum-value-added clients source"),
    Edit("[alive, lost]", "[alive]", "enum-value-removed servers source"),
    Edit(
        ", {$ref: \"#/components/schemas/Milk\"}]", "]", "variant-removed servers source", "type-removed source"),
]
