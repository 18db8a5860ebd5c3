// The properties of the element that are attributes.

/** Properties that are attributes: strings, or null where the attribute is not there. */
export const REFLECTED = {
  src: "src",
  theme: "theme",
  open: "open",
  headingLevel: "heading-level",
  header: "header",
  hydrate: "hydrate",
  deepLinks: "deep-links",
};

/** Gives a prototype these properties. */
export function reflect(prototype) {
  for (const [property, attribute] of Object.entries(REFLECTED)) {
    Object.defineProperty(prototype, property, {
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
