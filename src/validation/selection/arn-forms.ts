import { type ResourceTypeCapability, RESOURCE_TYPES } from '../../capabilities/resource-types';

/** Whether an ARN without its partition has a resource part and a literal service. */
export function namesType(body: string): boolean {
  return /^[^:*]+(?::[^:]*){2}:/.test(body);
}

/** The types whose ARNs have the form of an ARN without its partition. Both are compared up to the first wildcard in the resource part. */
export function typesOfForm(body: string): readonly ResourceTypeCapability[] {
  return RESOURCE_TYPES.filter(({ selectionArn }) => hasForm(body, selectionArn));
}

function hasForm(body: string, form: string): boolean {
  const [service, , , ...type] = form.split(':');
  const [ownService, , , ...own] = body.split(':');
  if (ownService !== service) { return false; }
  const [typeStart, ownStart] = [type, own].map((parts) => parts.join(':').split('*')[0]);
  return typeStart.startsWith(ownStart) || ownStart.startsWith(typeStart);
}
