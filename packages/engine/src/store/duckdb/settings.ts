import type { Database } from '../database.ts';
import { literal } from '../sql-text.ts';

/**
 * The first statements of every database: no extension is ever fetched (the attempt poisons the engine), nothing
 * outside the database can be read or written, and no later statement can change that.
 */
export async function prepareDatabase(database: Database, memoryLimit?: string): Promise<void> {
  const connection = await database.connect();
  try {
    await connection.run('SET autoload_known_extensions = false');
    await connection.run('SET autoinstall_known_extensions = false');
    if (memoryLimit) await connection.run(`SET memory_limit = ${literal(memoryLimit)}`);
    await connection.run('SET enable_external_access = false');
    await connection.run('SET lock_configuration = true');
  } finally {
    await connection.close();
  }
}
