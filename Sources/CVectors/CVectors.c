/* Everything is inline; a target needs a file to compile. */
#include "CVectors.h"
