import type { SyntaxNode } from '@lezer/common';
import { parseError, type PromqlError } from '../PromqlError';

/** Reads the syntax tree of one query. */
export class CstReader {
  readonly query: string;

  constructor(query: string) {
    this.query = query;
  }

  text(node: SyntaxNode): string {
    return this.query.slice(node.from, node.to);
  }

  children(node: SyntaxNode): SyntaxNode[] {
    const found: SyntaxNode[] = [];
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name !== 'LineComment') found.push(child);
    }
    return found;
  }

  /** The first child of one of these names. */
  child(node: SyntaxNode, ...names: string[]): SyntaxNode | undefined {
    return this.children(node).find(({ name }) => names.includes(name));
  }

  error(node: SyntaxNode, message: string): PromqlError {
    return parseError(this.query, node.from, message);
  }
}
