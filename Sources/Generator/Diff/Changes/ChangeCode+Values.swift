/// Changes of the values in bodies and parameters.
extension ChangeCode {
    static let values: [ChangeCode] = [
        .propertyRemoved, .propertyAdded, .requiredPropertyAdded, .propertyRequired, .propertyOptional,
        .propertyOneWay, .propertyRenamed, .propertiesReordered, .otherMembersRefused, .otherMembersAllowed,
        .typeChanged, .typeNarrowed, .typeWidened, .typeRemoved, .swiftTypeChanged, .becameNullable, .becameNotNullable,
        .constantChanged, .constantAdded, .constantRemoved, .defaultChanged, .defaultAdded, .defaultRemoved,
        .enumValueAdded, .enumValueRemoved, .enumOpenness, .caseRenamed, .variantAdded, .variantRemoved,
        .unionChanged, .constraintNarrowed, .constraintWidened, .constraintChanged, .ruleAdded, .ruleRemoved,
    ]

    static let propertyRemoved = ChangeCode(
        "property-removed", "a property was removed", narrowing: "the property is rejected or no longer read",
        widening: "the property is no longer sent")
    static let propertyAdded = ChangeCode(
        "property-added", "an optional property was added", narrowing: "the member may have had other values before",
        widening: "the property is rejected or not read")
    static let requiredPropertyAdded = ChangeCode(
        "required-property-added", "a required property was added",
        narrowing: "senders of the old description omit it",
        widening: "the property is rejected or not read")
    static let propertyRequired = ChangeCode(
        "property-became-required", "a property is required now",
        narrowing: "senders of the old description may omit it")
    static let propertyOptional = ChangeCode(
        "property-became-optional", "a property is no longer required",
        widening: "receivers of the old description rely on it")
    static let propertyOneWay = ChangeCode(
        "property-became-one-way", "a property is only read or only written",
        narrowing: "the property is no longer read",
        widening: "the property is no longer sent")
    static let propertyRenamed = ChangeCode("property-renamed", "a property has another name in code")
    static let propertiesReordered = ChangeCode("properties-reordered", "properties have another order in code")
    static let otherMembersRefused = ChangeCode(
        "other-members-narrowed", "an object restricts members that it does not list",
        narrowing: "senders of the old description may send such members")
    static let otherMembersAllowed = ChangeCode(
        "other-members-widened", "an object allows more members that it does not list",
        widening: "receivers of the old description reject such members")
    static let typeChanged = ChangeCode(
        "type-changed", "a value has another type", narrowing: "values of the old type are rejected",
        widening: "values of the new type are not understood")
    static let typeNarrowed = ChangeCode(
        "type-narrowed", "a value has a narrower type", narrowing: "values of the wider type are rejected")
    static let typeWidened = ChangeCode(
        "type-widened", "a value has a wider type", widening: "values of the wider type are not understood")
    static let typeRemoved = ChangeCode("type-removed", "a type was removed")
    static let swiftTypeChanged = ChangeCode("swift-type-changed", "a value has another type in code")
    static let becameNullable = ChangeCode(
        "became-nullable", "a value may be null", widening: "`null` is not understood")
    static let becameNotNullable = ChangeCode(
        "became-not-nullable", "a value may no longer be null", narrowing: "`null` is rejected")
    static let constantChanged = ChangeCode(
        "constant-changed", "a constant has another value", narrowing: "the old value is rejected",
        widening: "the new value is not understood")
    static let constantAdded = ChangeCode(
        "constant-added", "a value is a constant now", narrowing: "other values are rejected")
    static let constantRemoved = ChangeCode(
        "constant-removed", "a value is no longer a constant", widening: "other values are not understood")
    static let defaultChanged = ChangeCode(
        "default-changed", "a default has another value", narrowing: "an omitted value has another meaning",
        widening: "an omitted value has another meaning")
    static let defaultAdded = ChangeCode(
        "default-added", "a value has a default", narrowing: "an omitted value has a meaning now")
    static let defaultRemoved = ChangeCode(
        "default-removed", "a value no longer has a default", narrowing: "an omitted value no longer has a meaning")
    static let enumValueAdded = ChangeCode(
        "enum-value-added", "an enum has a new value",
        widening: "receivers of the old description do not know the value")
    static let enumValueRemoved = ChangeCode(
        "enum-value-removed", "an enum no longer has a value",
        narrowing: "senders of the old description may send the value"
    )
    static let enumOpenness = ChangeCode("enum-openness-changed", "an enum keeps unlisted values, or no longer does")
    static let caseRenamed = ChangeCode("enum-case-renamed", "the value of an enum has another name in code")
    static let variantAdded = ChangeCode(
        "variant-added", "a union has a new variant",
        widening: "receivers of the old description do not know the variant")
    static let variantRemoved = ChangeCode(
        "variant-removed", "a union no longer has a variant",
        narrowing: "senders of the old description may send the variant")
    static let unionChanged = ChangeCode(
        "discriminator-changed", "the variants of a union are identified in another way",
        narrowing: "variants are sent in the old way", widening: "variants are sent in the new way")
    static let constraintNarrowed = ChangeCode(
        "constraint-narrowed", "fewer values are valid",
        narrowing: "senders of the old description may send other values")
    static let constraintWidened = ChangeCode(
        "constraint-widened", "more values are valid",
        widening: "receivers of the old description reject the other values")
    static let constraintChanged = ChangeCode(
        "constraint-changed", "other values are valid", narrowing: "some old values may be rejected",
        widening: "some new values may be rejected")
    static let ruleAdded = ChangeCode(
        "rule-added", "a rule over members was added", narrowing: "objects that violate the rule are rejected")
    static let ruleRemoved = ChangeCode(
        "rule-removed", "a rule over members was removed", widening: "objects that violate the rule are rejected")
}
