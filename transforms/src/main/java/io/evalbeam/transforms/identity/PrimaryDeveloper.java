package io.evalbeam.transforms.identity;

/**
 * The organisation that an entity belongs to.
 *
 * @param id id of the developer table, or {@code other:} and the spelling key of an organisation
 *     that the table does not know
 * @param name canonical name
 */
public record PrimaryDeveloper(String id, String name) {}
