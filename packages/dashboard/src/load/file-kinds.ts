/** The files that the import reads, for file pickers. It goes by what a file is; the endings only say what to show. */
export const TABLE_FILES = '.xlsx,.xlsm,.xlsb,.xls,.et,.ods,.csv,.tsv,.txt,.parquet,.arrow,.feather';
