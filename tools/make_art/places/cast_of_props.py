"""All props in one import: importing a module of props registers them. The order is the order of their tile ids."""

from tools.make_art.places import props_fx, props_grounds, props_house, props_stage

from tools.make_art.places import props_facade, props_garden, props_chapter, props_wild, props_circus, props_theatre  # isort: skip
from tools.make_art.places import props_evening, props_bloom, props_hem  # isort: skip
from tools.make_art.places import props_loved, props_passage  # isort: skip
from tools.make_art.places import props_rats, props_mirror, props_boards, props_undone, props_clue  # isort: skip
from tools.make_art.places import props_seen, props_party, props_wellnight  # isort: skip

MODULES = (
    props_fx,
    props_grounds,
    props_house,
    props_stage,
    props_facade,
    props_garden,
    props_chapter,
    props_wild,
    props_circus,
    props_theatre,
)
MODULES += (props_evening, props_bloom, props_hem)
MODULES += (props_loved, props_passage)
MODULES += (props_rats, props_mirror, props_boards, props_undone, props_clue, props_seen, props_party, props_wellnight)
