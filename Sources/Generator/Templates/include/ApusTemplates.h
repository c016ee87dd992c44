#include <stddef.h>

/// A built-in template: the name and the text of a file in Templates/.
struct ApusTemplate {
    const char *_Nonnull name;
    const char *_Nonnull text;
};

/// Returns the number of templates.
size_t apusTemplateCount(void);

/// Returns the template at a position below `apusTemplateCount()`. Templates are in the order of their names.
struct ApusTemplate apusTemplate(size_t position);
