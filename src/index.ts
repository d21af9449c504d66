export { builtInCatalogue, type Catalogue, createCatalogue } from './catalogue/catalogue.ts';
