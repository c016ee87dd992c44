// The files in Templates/ as they are, in the order of their names; a test compares the list with the folder.
//
// C embeds them. SwiftPM's `.embedInCode` writes an array literal with an element for each byte instead, which the Swift
// compiler needs as long for as for a thousand lines of code.
#include "ApusTemplates.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const struct ApusTemplate templates[] = {
    { "alias.mustache", (const char[]){
#embed "Templates/alias.mustache" suffix(, 0)
    } },
    { "client.mustache", (const char[]){
#embed "Templates/client.mustache" suffix(, 0)
    } },
    { "conversion.mustache", (const char[]){
#embed "Templates/conversion.mustache" suffix(, 0)
    } },
    { "enumeration.mustache", (const char[]){
#embed "Templates/enumeration.mustache" suffix(, 0)
    } },
    { "exampleTests.mustache", (const char[]){
#embed "Templates/exampleTests.mustache" suffix(, 0)
    } },
    { "file.mustache", (const char[]){
#embed "Templates/file.mustache" suffix(, 0)
    } },
    { "headers.mustache", (const char[]){
#embed "Templates/headers.mustache" suffix(, 0)
    } },
    { "object.mustache", (const char[]){
#embed "Templates/object.mustache" suffix(, 0)
    } },
    { "openEnumeration.mustache", (const char[]){
#embed "Templates/openEnumeration.mustache" suffix(, 0)
    } },
    { "operation.mustache", (const char[]){
#embed "Templates/operation.mustache" suffix(, 0)
    } },
    { "operationAccept.mustache", (const char[]){
#embed "Templates/operationAccept.mustache" suffix(, 0)
    } },
    { "operationContent.mustache", (const char[]){
#embed "Templates/operationContent.mustache" suffix(, 0)
    } },
    { "operationError.mustache", (const char[]){
#embed "Templates/operationError.mustache" suffix(, 0)
    } },
    { "operationSuccess.mustache", (const char[]){
#embed "Templates/operationSuccess.mustache" suffix(, 0)
    } },
    { "operationTests.mustache", (const char[]){
#embed "Templates/operationTests.mustache" suffix(, 0)
    } },
    { "parts.mustache", (const char[]){
#embed "Templates/parts.mustache" suffix(, 0)
    } },
    { "property.mustache", (const char[]){
#embed "Templates/property.mustache" suffix(, 0)
    } },
    { "server.mustache", (const char[]){
#embed "Templates/server.mustache" suffix(, 0)
    } },
    { "serverOperation.mustache", (const char[]){
#embed "Templates/serverOperation.mustache" suffix(, 0)
    } },
    { "serverOutcome.mustache", (const char[]){
#embed "Templates/serverOutcome.mustache" suffix(, 0)
    } },
    { "table.mustache", (const char[]){
#embed "Templates/table.mustache" suffix(, 0)
    } },
    { "tuple.mustache", (const char[]){
#embed "Templates/tuple.mustache" suffix(, 0)
    } },
    { "union.mustache", (const char[]){
#embed "Templates/union.mustache" suffix(, 0)
    } },
    { "webhooks.mustache", (const char[]){
#embed "Templates/webhooks.mustache" suffix(, 0)
    } },
};

size_t apusTemplateCount(void) { return sizeof(templates) / sizeof(templates[0]); }

struct ApusTemplate apusTemplate(size_t position) { return templates[position]; }
