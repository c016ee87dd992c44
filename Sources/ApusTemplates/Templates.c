// The files in Templates/. They are embedded by C, because SwiftPM's `.embedInCode` generates an array literal with an
// element for each byte, which takes the Swift compiler as long as a thousand lines of code.
#include "ApusTemplates.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char aliasText[] = {
#embed "Templates/alias.mustache"
};
static const unsigned char clientText[] = {
#embed "Templates/client.mustache"
};
static const unsigned char conversionText[] = {
#embed "Templates/conversion.mustache"
};
static const unsigned char enumerationText[] = {
#embed "Templates/enumeration.mustache"
};
static const unsigned char fileText[] = {
#embed "Templates/file.mustache"
};
static const unsigned char headersText[] = {
#embed "Templates/headers.mustache"
};
static const unsigned char objectText[] = {
#embed "Templates/object.mustache"
};
static const unsigned char openEnumerationText[] = {
#embed "Templates/openEnumeration.mustache"
};
static const unsigned char operationText[] = {
#embed "Templates/operation.mustache"
};
static const unsigned char operationAcceptText[] = {
#embed "Templates/operationAccept.mustache"
};
static const unsigned char operationContentText[] = {
#embed "Templates/operationContent.mustache"
};
static const unsigned char operationErrorText[] = {
#embed "Templates/operationError.mustache"
};
static const unsigned char operationSuccessText[] = {
#embed "Templates/operationSuccess.mustache"
};
static const unsigned char partsText[] = {
#embed "Templates/parts.mustache"
};
static const unsigned char propertyText[] = {
#embed "Templates/property.mustache"
};
static const unsigned char tableText[] = {
#embed "Templates/table.mustache"
};
static const unsigned char tupleText[] = {
#embed "Templates/tuple.mustache"
};
static const unsigned char unionText[] = {
#embed "Templates/union.mustache"
};
static const unsigned char webhooksText[] = {
#embed "Templates/webhooks.mustache"
};

#define TEMPLATE(name) { #name ".mustache", name##Text, sizeof(name##Text) }

static const struct ApusTemplate templates[] = {
    TEMPLATE(alias),
    TEMPLATE(client),
    TEMPLATE(conversion),
    TEMPLATE(enumeration),
    TEMPLATE(file),
    TEMPLATE(headers),
    TEMPLATE(object),
    TEMPLATE(openEnumeration),
    TEMPLATE(operation),
    TEMPLATE(operationAccept),
    TEMPLATE(operationContent),
    TEMPLATE(operationError),
    TEMPLATE(operationSuccess),
    TEMPLATE(parts),
    TEMPLATE(property),
    TEMPLATE(table),
    TEMPLATE(tuple),
    TEMPLATE(union),
    TEMPLATE(webhooks),
};

size_t apusTemplateCount(void) { return sizeof(templates) / sizeof(templates[0]); }

struct ApusTemplate apusTemplate(size_t position) { return templates[position]; }
