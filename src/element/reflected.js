// The properties of the element that are attributes.

/** Attributes that are properties, too: strings, or null where the attribute is not there. */
export const REFLECTED = ["src", "theme", "open", "heading-level", "header", "load", "deep-links"];

/** The property of an attribute. */
export const propertyOf = (attribute) => attribute.replace(/-(.)/, (_, letter) => letter.toUpperCase());

/** Gives a prototype these properties. */
export function reflect(prototype) {
  for (const attribute of REFLECTED) {
    Object.defineProperty(prototype, propertyOf(attribute), {
      get() {
        return this.getAttribute(attribute);
      },
      set(value) {
        if (value == null) this.removeAttribute(attribute);
        else this.setAttribute(attribute, value);
      },
      enumerable: true,
      configurable: true,
    });
  }
}
