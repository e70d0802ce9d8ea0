"""Entities and components: birth order, births and deaths at the seam, worlds that know nothing of one another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.world import World


def test_a_newborn_is_known_at_once_and_asked_about_from_the_next_tick():
    world = World()
    cat = world.born("cat")
    assert world.get(cat, str) == "cat"
    assert world.each(str) == ()
    world.settle()
    assert world.each(str) == ((cat, "cat"),)


def test_the_dead_stay_in_this_ticks_queries_and_are_gone_in_the_next():
    world = World()
    cat = world.born("cat")
    world.settle()
    for entity, _ in world.each(str):
        world.dies(entity)
        world.dies(entity)
    assert not world.is_alive(cat)
    assert world.each(str) == ((cat, "cat"),)
    world.settle()
    assert world.each(str) == ()
    world.dies(cat)
    world.settle()


def test_born_and_dead_in_one_tick_was_never_there():
    world = World()
    world.dies(world.born("ghost"))
    world.settle()
    assert world.each(str) == ()


def test_queries_come_in_order_of_birth_whatever_changed_meanwhile():
    world = World()
    ids = [world.born(i) for i in range(50)]
    world.settle()
    world.dies(ids[7])
    world.add(ids[30], "late")
    world.drop(ids[3], int)
    world.add(ids[3], 3)
    world.settle()
    assert [e for e, _ in world.each(int)] == [i for i in ids if i != ids[7]]


def test_two_worlds_share_nothing():
    one, other = World(), World()
    one.born("a")
    one.settle()
    other.settle()
    assert other.each(str) == ()


def test_an_answer_cannot_be_spoiled():
    world = World()
    world.born("a")
    world.settle()
    assert isinstance(world.each(str), tuple)
    assert world.each(str) is world.each(str)


def test_two_of_a_kind_are_refused():
    with pytest.raises(ValueError, match="two str"):
        World().born("a", "b")


def test_asking_for_what_is_not_there():
    world = World()
    cat = world.born("cat")
    assert world.find(cat, int) is None
    assert world.find(99, int) is None
    with pytest.raises(KeyError):
        world.get(cat, int)


@given(
    st.lists(st.sampled_from(["born", "die", "add", "drop", "settle"]), max_size=60), st.randoms(use_true_random=False)
)
def test_queries_always_agree_with_a_plain_list(steps, random):
    world, alive, pending, doomed = World(), {}, {}, set()
    for step in steps:
        known = [*alive, *pending]
        if step == "born":
            pending[world.born(1)] = {int}
        elif step == "settle":
            world.settle()
            alive.update(pending)
            pending.clear()
            for e in doomed:
                alive.pop(e, None)
            doomed.clear()
        elif known:
            e = random.choice(known)
            kinds = alive.get(e) or pending.get(e)
            if step == "die":
                world.dies(e)
                doomed.add(e)
            elif step == "add" and kinds is not None:
                world.add(e, "s")
                kinds.add(str)
            elif kinds is not None:
                world.drop(e, int)
                kinds.discard(int)
    assert [e for e, _ in world.each(int)] == [e for e, k in alive.items() if int in k]
    assert [e for e, _, _ in world.each(int, str)] == [e for e, k in alive.items() if {int, str} <= k]
