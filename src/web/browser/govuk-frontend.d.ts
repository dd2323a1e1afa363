/** The parts of govuk-frontend's browser script that we use; the package has no types of its own. */
declare module 'govuk-frontend' {
  type Component = new (root: Element) => object;
  export const Button: Component;
  export const Checkboxes: Component;
  export const ErrorSummary: Component;
  export const NotificationBanner: Component;
  export const Radios: Component;
  export const ServiceNavigation: Component;
  export const SkipLink: Component;
  export const Tabs: Component;
  /** Starts a component on every element of the page that asks for it. */
  export function createAll(component: Component): object[];
}
