#include <stddef.h>

/// A template that the tool carries: the text of a file in Templates/, which no zero ends.
struct ApusTemplate {
    const char *_Nonnull name;
    const unsigned char *_Nonnull text;
    size_t count;
};

/// How many templates there are.
size_t apusTemplateCount(void);

/// The template at a position below `apusTemplateCount()`; they are in the order of their names.
struct ApusTemplate apusTemplate(size_t position);
