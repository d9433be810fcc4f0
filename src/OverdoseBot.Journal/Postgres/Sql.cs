using Npgsql;
using NpgsqlTypes;

namespace OverdoseBot.Journal.Postgres;

/// <summary>Commands and their positional values ($1, $2 …), each with its type, so that the server plans each statement once.</summary>
internal static class Sql
{
    public static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params ReadOnlySpan<NpgsqlParameter> values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(value);
        }

        return command;
    }

    public static NpgsqlBatchCommand Part(string sql, params ReadOnlySpan<NpgsqlParameter> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(value);
        }

        return command;
    }

    public static NpgsqlParameter Text(string value) => Value(NpgsqlDbType.Text, value);

    public static NpgsqlParameter Bytes(byte[]? value) => Value(NpgsqlDbType.Bytea, value);

    public static NpgsqlParameter Bytes(ReadOnlyMemory<byte> value) => new NpgsqlParameter<ReadOnlyMemory<byte>>
    {
        NpgsqlDbType = NpgsqlDbType.Bytea,
        TypedValue = value,
    };

    public static NpgsqlParameter Number(long? value) => Value(NpgsqlDbType.Bigint, value);

    public static NpgsqlParameter Integer(int? value) => Value(NpgsqlDbType.Integer, value);

    public static NpgsqlParameter Flag(bool value) => Value(NpgsqlDbType.Boolean, value);

    public static NpgsqlParameter Many(NpgsqlDbType type, Array values) => Value(NpgsqlDbType.Array | type, values);

    public static async Task<List<T>> AllAsync<T>(NpgsqlCommand command, Func<NpgsqlDataReader, T> read, CancellationToken cancel)
    {
        await using (command)
        {
            await using var rows = await command.ExecuteReaderAsync(cancel);
            var all = new List<T>();
            while (await rows.ReadAsync(cancel))
            {
                all.Add(read(rows));
            }

            return all;
        }
    }

    private static NpgsqlParameter Value(NpgsqlDbType type, object? value) => new() { NpgsqlDbType = type, Value = value ?? DBNull.Value };
}
