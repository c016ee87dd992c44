#include <stddef.h>

/// A built-in template: the text of a file in Templates/, without a terminating zero.
struct ApusTemplate {
    const char *_Nonnull name;
    const unsigned char *_Nonnull text;
    size_t count;
};

/// Returns the number of templates.
size_t apusTemplateCount(void);

/// Returns the template at a position below `apusTemplateCount()`. Templates are in the order of their names.
struct ApusTemplate apusTemplate(size_t position);
