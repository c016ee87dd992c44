/// The templates that the tool carries, as `apus templates export` writes them, in alphabetical order.
public let builtInTemplates: [(name: String, text: String)] = [
    ("alias.mustache", PackageResources.alias_mustache),
    ("client.mustache", PackageResources.client_mustache),
    ("enumeration.mustache", PackageResources.enumeration_mustache),
    ("file.mustache", PackageResources.file_mustache),
    ("headers.mustache", PackageResources.headers_mustache),
    ("object.mustache", PackageResources.object_mustache),
    ("openEnumeration.mustache", PackageResources.openEnumeration_mustache),
    ("operation.mustache", PackageResources.operation_mustache),
    ("operationContent.mustache", PackageResources.operationContent_mustache),
    ("operationError.mustache", PackageResources.operationError_mustache),
    ("operationSuccess.mustache", PackageResources.operationSuccess_mustache),
    ("property.mustache", PackageResources.property_mustache),
    ("table.mustache", PackageResources.table_mustache),
    ("tuple.mustache", PackageResources.tuple_mustache),
    ("union.mustache", PackageResources.union_mustache),
    ("webhooks.mustache", PackageResources.webhooks_mustache),
].map { name, bytes in (name, String(decoding: bytes, as: UTF8.self)) }
